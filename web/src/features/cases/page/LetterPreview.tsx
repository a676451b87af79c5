import { useEffect, useState } from "react";
import { useCreditor } from "~/api/creditor";
import { useMe, useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import type { Case } from "~/api/types";
import { isZero } from "~/format/money";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { longName } from "~/text/words";
import { ButtonLink } from "~/ui/Button";
import { ChannelWord } from "~/ui/ChannelWord";
import { Dialog } from "~/ui/Dialog";
import { Money } from "~/ui/Money";
import { ProblemNotice } from "~/ui/Notice";
import { Bar, Waiting } from "~/ui/Skeleton";
import { usePhone } from "~/ui/useMedia";
import { usePreview, useReadyLetter } from "../api/preview";
import css from "./LetterPreview.module.css";

/** The next letter before it leaves: from whom and to whom, how, when and for what price, and the paper itself. */
export function LetterPreview({ one, onClose }: { one: Case; onClose: () => void }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const phone = usePhone();
  const me = useMe();
  const creditor = useCreditor().data?.value;
  const { data: pdf, error } = usePreview(org, one.case);
  const ready = useReadyLetter(org, one.case, one.next?.letter);
  const address = useAddress(pdf);
  const planned = one.timeline.find(
    (entry) => entry.what === "letter" && entry.state === "planned" && entry.kind === one.next?.what,
  );
  const word = longName(one.next?.what ?? "");
  const title = t("preview.title", { letter: word ? t(word).toLowerCase() : (one.next?.what ?? "") });
  const fee = ready?.fee ?? planned?.fee;
  const deadline = ready?.deadline ?? planned?.deadline;
  const ways = ready?.channel ? [ready.channel] : (planned?.channels ?? []);
  const sender = creditor?.name ?? me?.creditors.find((row) => row.org_number === org)?.name;
  const from = creditor?.address;
  const to = one.debtor.address_lines ?? [];
  return (
    <Dialog title={title} open onClose={onClose} wide>
      <dl className={css.facts}>
        <dt>{t("preview.from")}</dt>
        <dd>
          {sender}
          {from && (
            <span className={css.below}>
              {[from.street, `${from.postal_code} ${from.place}`.trim()].filter(Boolean).join(", ")}
            </span>
          )}
        </dd>
        <dt>{t("preview.to")}</dt>
        <dd>
          {one.debtor.name}
          <span className={css.below}>{to.length ? to.join(", ") : t("preview.to.none")}</span>
        </dd>
        <dt>{t("preview.way")}</dt>
        <dd>{ways.length ? ways.map((way) => <ChannelWord key={way} of={way} />) : t("preview.way.later")}</dd>
        <dt>{t("preview.on")}</dt>
        <dd>{one.next && f.words(one.next.on)}</dd>
        {deadline && (
          <>
            <dt>{t("preview.deadline")}</dt>
            <dd>{f.words(deadline)}</dd>
          </>
        )}
        {fee && (
          <>
            <dt>{t("preview.price")}</dt>
            <dd>{isZero(fee) ? t("preview.price.none") : <Money of={fee} unit />}</dd>
          </>
        )}
        {ready?.total && (
          <>
            <dt>{t("preview.total")}</dt>
            <dd>
              <Money of={ready.total} unit />
            </dd>
          </>
        )}
      </dl>
      {error ? (
        <ProblemNotice problem={asProblem(error)} />
      ) : !address ? (
        <Waiting>
          <Bar width="100%" height={64} />
        </Waiting>
      ) : (
        <>
          <p className={css.text}>{t("preview.text")}</p>
          <ButtonLink to={address} reload kind="primary">
            {t("preview.open")}
          </ButtonLink>
          {!phone && navigator.pdfViewerEnabled && (
            <iframe className={css.paper} src={`${address}#toolbar=0&navpanes=0&view=FitH`} title={title} />
          )}
        </>
      )}
    </Dialog>
  );
}

/** An address of the page's own for a file that it holds. */
function useAddress(file: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!file) return;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
      setAddress(undefined);
    };
  }, [file]);
  return address;
}
