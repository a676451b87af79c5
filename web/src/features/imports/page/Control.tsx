import { useId, useState } from "react";
import type { Wish } from "~/api/importLedger";
import { readAmount } from "~/format/read";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { BareField } from "~/ui/form/BareField";
import css from "~/ui/imports/Import.module.css";

/** What the ledger itself says is open, and in how many rows: the file must agree before it is taken. */
export function Control({ wish, onAsk }: { wish: Wish; onAsk: (wish: Wish) => void }) {
  const t = useT();
  const f = useF();
  const id = useId();
  const [sum, setSum] = useState(wish.sum ? f.money(wish.sum) : "");
  const [count, setCount] = useState(wish.count === undefined ? "" : String(wish.count));
  const amount = sum.trim() ? readAmount(sum) : undefined;
  const rows = count.trim() ? Number(count.replace(/\s/g, "")) : undefined;
  const wrongSum = sum.trim() !== "" && amount === undefined;
  const wrongCount = rows !== undefined && !Number.isSafeInteger(rows);
  const leave = () => {
    if (wrongSum || wrongCount || (amount === wish.sum && rows === wish.count)) return;
    onAsk({ ...wish, dry: true, sum: amount, count: rows });
  };
  return (
    <section>
      <h2>{t("import.control")}</h2>
      <p className={css.facts}>{t("import.control.text")}</p>
      <div className={css.ways}>
        <BareField
          id={`${id}-sum`}
          kind="amount"
          suffix="kr"
          label={t("import.control.sum")}
          value={sum}
          onType={setSum}
          onLeave={leave}
          fault={wrongSum ? t("fault.amount") : undefined}
        />
        <BareField
          id={`${id}-count`}
          kind="code"
          label={t("import.control.count")}
          value={count}
          onType={setCount}
          onLeave={leave}
          fault={wrongCount ? t("fault.whole") : undefined}
        />
      </div>
    </section>
  );
}
