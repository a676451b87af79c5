import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { Link, useNavigate } from "react-router";
import { addCreditor } from "~/api/addCreditor";
import { useIntent } from "~/api/key";
import { meQuery, useMay, useMe } from "~/api/me";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { IconPlus } from "~/ui/icons";
import { HeldTable } from "~/ui/list/HeldTable";
import type { Column } from "~/ui/table/types";
import css from "../page/Settings.module.css";

interface Row {
  org_number: string;
  name: string;
}

const ManyCreditors = lazy(async () => ({ default: (await import("./ManyCreditors")).ManyCreditors }));
const CreditorForm = lazy(async () => ({ default: (await import("~/ui/CreditorForm")).CreditorForm }));

/** The creditors one sees, and a new one for those who may. */
export function Creditors() {
  const t = useT();
  const go = useNavigate();
  const queries = useQueryClient();
  const rows = useMe()?.creditors ?? [];
  const may = useMay("add_creditor");
  const key = useIntent();
  const [adding, setAdding] = useState(false);
  const [many, setMany] = useState(false);
  const link = (row: Row) => (
    <Link className={css.name} to={`/${row.org_number}/innstillinger`}>
      {row.name}
    </Link>
  );
  const columns: Column<Row>[] = [
    { id: "name", head: t("creditor.name"), value: (row) => row.name, cell: link },
    { id: "org", head: t("creditor.org"), value: (row) => row.org_number, cell: (row) => row.org_number },
  ];
  return (
    <div className={css.body}>
      <div className={css.head}>
        <h2>{t("settings.creditors")}</h2>
        {may && (
          <div className={css.acts}>
            <Button onPress={() => setMany(true)}>{t("creditors.many")}</Button>
            <Button icon={IconPlus} onPress={() => setAdding(true)}>
              {t("creditor.add")}
            </Button>
          </div>
        )}
      </div>
      <HeldTable
        id="creditors"
        caption={t("settings.creditors")}
        search={t("creditors.search")}
        columns={columns}
        rows={rows}
        keyOf={(row) => row.org_number}
        edges={false}
      />
      <Suspense fallback={null}>{many && <ManyCreditors onClose={() => setMany(false)} />}</Suspense>
      <Dialog title={t("creditor.add")} open={adding} onClose={() => setAdding(false)}>
        <Suspense fallback={null}>
          <CreditorForm
            onSave={async (wish) => {
              const made = await addCreditor(wish, key(wish));
              await queries.fetchQuery({ ...meQuery, staleTime: 0 });
              go(`/${made.org_number}`);
            }}
          />
        </Suspense>
      </Dialog>
    </div>
  );
}
