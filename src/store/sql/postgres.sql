-- What PostgreSQL needs beside the tables; run after the newest migration, each time anew.
-- The log of acts only grows.
CREATE OR REPLACE FUNCTION act_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the log of acts only grows'; END $$;
DROP TRIGGER IF EXISTS act_stays ON act;
CREATE TRIGGER act_stays BEFORE UPDATE OR DELETE ON act FOR EACH STATEMENT EXECUTE FUNCTION act_stays();
-- A second wall between the creditors: a link that says whose rows it works on (frist.creditors: '3,7') sees and writes no others, whatever
-- it is asked for. One that says nothing, as the command line and the night, sees all. The owner of the tables is held by it too.
CREATE OR REPLACE FUNCTION frist_creditors() RETURNS BIGINT[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT string_to_array(nullif(current_setting('frist.creditors', true), ''), ',')::BIGINT[] $$;
DO $$
DECLARE one RECORD;
BEGIN
  FOR one IN SELECT c.relname AS name FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = 'creditor' AND NOT a.attisdropped
             WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one.name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', one.name);
    EXECUTE format('DROP POLICY IF EXISTS creditors ON %I', one.name);
    EXECUTE format('CREATE POLICY creditors ON %I USING ((SELECT frist_creditors()) IS NULL OR creditor = 0 OR creditor = ANY ((SELECT frist_creditors())::BIGINT[]))', one.name);
  END LOOP;
END $$;
