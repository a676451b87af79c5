-- One firm may stand in the ledger under several customer numbers; its organisation number says so.
CREATE INDEX debtor_org_number ON debtor (creditor, json_extract(record, '$.org_number'));
