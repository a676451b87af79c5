// The part of the store that holds money on its way: bank files and their lines, where the parts of a line went, refunds.
// Statements in payments.sql and statements.sql.
#pragma once
#include "store/connection.h"
#include "store/rows.h"

namespace frist::store {

class PaymentRows : public office::Store {
public:
    Result<bool> take_file(office::Id creditor, const std::string& sha256, const std::string& kind, Date on) override;
    Result<std::optional<office::FileRow>> file_row(office::Id creditor, const std::string& sha256) override;
    Result<bool> knows_line(office::Id creditor, const std::string& fingerprint) override;
    Result<office::Id> put_line(office::Id creditor, const office::LineRow& line) override;
    Result<std::vector<office::LineRow>> lines(office::Id creditor, office::LineState state) override;
    Result<std::optional<office::LineRow>> line(office::Id creditor, office::Id line) override;
    Result<std::optional<office::LineRow>> line_with(office::Id creditor, const std::string& fingerprint) override;
    Result<std::vector<office::LineRow>> lines_between(office::Id creditor, Date from, Date to) override;
    Result<std::vector<office::Id>> debtors_of_payer(office::Id creditor, const std::string& payer) override;
    Outcome put_part(office::Id creditor, const office::PartRow& part) override;
    Result<std::vector<office::PartRow>> parts(office::Id creditor, office::Id line) override;
    Outcome each_part(office::Id creditor, const std::function<Outcome(const office::PartRow&)>& see) override;
    Result<office::Id> put_refund(office::Id creditor, const office::RefundRow& refund) override;
    Result<std::optional<office::RefundRow>> refund(office::Id creditor, office::Id refund) override;
    Result<std::vector<office::RefundRow>> refunds(office::Id creditor, office::RefundState state) override;
    Result<std::vector<office::RefundRow>> refunds_of_batch(office::Id creditor, const std::string& batch) override;
    Result<std::vector<office::RefundRow>> refunds_of_case(office::Id creditor, office::Id case_id) override;
    Result<std::vector<office::RefundRow>> refunds_of_line(office::Id creditor, office::Id line) override;
    Result<std::vector<office::Asking>> letters_asking(office::Id creditor, Money total, int limit) override;
    Result<std::vector<office::Id>> cases_claiming(office::Id creditor, Money amount, int limit) override;
    Result<std::vector<office::Owed>> owed_to_debtors(office::Id creditor) override;

protected:
    explicit PaymentRows(std::shared_ptr<Connection> connection) : connection_(std::move(connection)) {}
    Statement use(std::string_view name) { return connection_->use(name); }

    std::shared_ptr<Connection> connection_;
};

}  // namespace frist::store
