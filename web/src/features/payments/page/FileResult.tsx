import type { PaymentFileResult } from "~/api/types";
import { useF } from "~/text/format";
import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import { Notice } from "~/ui/Notice";
import css from "./Payments.module.css";

/** What a bank file brought: placed, waiting, known before, and cases it settled. */
export function FileResult({ result }: { result: PaymentFileResult }) {
  const t = useT();
  const f = useF();
  const told = useTold();
  if (result.known_before) return <Notice tone="plain">{t("payments.known-before", { file: result.file })}</Notice>;
  const rows = [
    [t("payments.applied"), f.count(result.applied), `${f.money(result.applied_sum)} kr`],
    [t("payments.suspended"), f.count(result.suspense), `${f.money(result.suspense_sum)} kr`],
    [t("payments.known"), f.count(result.known), ""],
    [t("payments.closed"), f.count(result.closed), ""],
    ...(result.refunds > 0 ? [[t("payments.refunds-paid"), f.count(result.refunds), ""] as const] : []),
  ] as const;
  return (
    <div className={css.result} role="status">
      <dl>
        {rows.map(([what, n, sum]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd className="numbers">
              <b>{n}</b> {sum}
            </dd>
          </div>
        ))}
      </dl>
      {result.findings.map((finding) => (
        <Notice key={finding.code + finding.detail} tone="wait">
          {told(finding).what} {told(finding).remedy}
        </Notice>
      ))}
    </div>
  );
}
