import { useCreditor } from "~/api/creditor";
import { useMay } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useT } from "~/text/texts";
import { Failure } from "~/ui/Empty";
import { Notice } from "~/ui/Notice";
import { WaitingRows } from "~/ui/Skeleton";
import css from "../page/Settings.module.css";
import { CompanyForm } from "./CompanyForm";

/** The creditor: what stands on its letters, and its limits. */
export function Company() {
  const t = useT();
  const may = useMay("manage_creditor");
  const { data, error, refetch } = useCreditor();
  if (error && !data) return <Failure problem={asProblem(error)} again={refetch} />;
  if (!data) return <WaitingRows rows={8} />;
  return (
    <div className={css.body}>
      {!may && <Notice tone="plain">{t("company.read-only")}</Notice>}
      <CompanyForm key={data.etag} one={data.value} etag={data.etag} may={may} />
    </div>
  );
}
