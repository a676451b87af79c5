// When are two payments the same one? The same payment comes in OCR giro and in camt.054, in a notification and in a
// statement, in a copy with the entries in another order. What all of these agree on is the receiving account, the
// booking date, the amount with its currency, and the reference. Of the rest each tells something else: the bank's
// reference is another number in each format, and the payer's account may stand in one and not in the other. So:
//
//   account, booking date, amount, currency, and the first of these that is there:
//     reference (capitals, without blanks and leading zeros) · text (capitals, letters and digits only) ·
//     archive reference · payer's account; without a reference also the numbers of the invoices that are paid
//   and the ordinal among the equal ones of one file: somebody who pays twice a day has two payments.
//
// Announcements (kind information, failed) have fingerprints of their own, so that the booking which follows is new.
// What is left: two payments that are equal in all of this and come in two files look like one. They differ in their
// archive reference when both files have the same format; whoever books keeps it and asks a person.
#pragma once
#include "bank/payment_file.h"

namespace frist::bank {

// Fills `fingerprint` of every item: SHA-256, hexadecimal.
void fill_fingerprints(std::vector<PaymentItem>& items);

}  // namespace frist::bank
