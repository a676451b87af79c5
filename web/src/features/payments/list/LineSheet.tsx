import { Link } from "react-router";
import { useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import { isZero } from "~/format/money";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Failure } from "~/ui/Empty";
import { Money } from "~/ui/Money";
import { Sheet } from "~/ui/Sheet";
import { WaitingRows } from "~/ui/Skeleton";
import { usePaymentLine } from "../api/payments";
import css from "../page/Payments.module.css";

const kinds: Record<string, string> = { ocr_giro: "OCR giro", camt053: "camt.053", camt054: "camt.054" };

/** A line of the bank beside the page. */
export function LineSheet({ line, onClose }: { line: number; onClose: () => void }) {
  const t = useT();
  return (
    <Sheet title={t("payments.line")} open onClose={onClose}>
      <div className={css.result}>
        <LineFacts line={line} />
      </div>
    </Sheet>
  );
}

/** The record as the bank sent it, the file it came in, and where its parts went. */
export function LineFacts({ line }: { line: number }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const { data, error, refetch } = usePaymentLine(org, line);
  if (error && !data) return <Failure problem={asProblem(error)} again={refetch} />;
  if (!data) return <WaitingRows rows={4} />;
  const day = (on: string | null) => (on ? f.day(on) : "");
  return (
    <>
      <h3 className={css.head}>{t("payments.line")}</h3>
      <dl>
        <div>
          <dt>{t("payments.on")}</dt>
          <dd>{f.day(data.on)}</dd>
        </div>
        <div>
          <dt>{t("ledger.amount")}</dt>
          <dd>
            <Money of={data.amount} />
          </dd>
        </div>
        {data.kid && (
          <div>
            <dt>KID</dt>
            <dd className="numbers">{data.kid}</dd>
          </div>
        )}
        {data.payer && (
          <div>
            <dt>{t("payments.payer")}</dt>
            <dd>{data.payer}</dd>
          </div>
        )}
        {data.file_kind && (
          <div>
            <dt>{t("payments.line.file")}</dt>
            <dd>
              {t("payments.line.read", { kind: kinds[data.file_kind] ?? data.file_kind, day: day(data.file_taken) })}
            </dd>
          </div>
        )}
      </dl>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className={css.raw} tabIndex={0} aria-label={t("payments.line.raw")}>
        <pre>{data.raw}</pre>
      </section>
      {(data.parts.length > 0 || data.refunds.length > 0 || !isZero(data.left)) && (
        <h3 className={css.head}>{t("payments.line.parts")}</h3>
      )}
      <ul className={css.parts}>
        {data.parts.map((part, n) => (
          <li key={n}>
            <span>
              {part.case !== null && (
                <Link className="in-text" to={`/${org}/saker/${part.case}`}>
                  {t("today.case", { case: String(part.case) })}
                </Link>
              )}
              {part.case === null && t("today.invoice", { invoice: part.invoice })}{" "}
              <small className={css.quiet}>
                {part.gone ? t("payments.part.gone", { day: f.day(part.gone) }) : f.day(part.on)}
              </small>
            </span>
            <span className={part.gone ? css.struck : undefined}>
              <Money of={part.amount} />
            </span>
          </li>
        ))}
        {data.refunds
          .filter((refund) => refund.state !== "cancelled")
          .map((refund) => (
            <li key={`r${refund.refund}`}>
              <span>
                {t("refund.to", { name: refund.name })}{" "}
                <small className={css.quiet}>{t(`refund.state.${refund.state}`)}</small>
              </span>
              <Money of={refund.amount} />
            </li>
          ))}
        {!isZero(data.left) && (
          <li>
            <span>{t("payments.line.left")}</span>
            <Money of={data.left} />
          </li>
        )}
      </ul>
    </>
  );
}
