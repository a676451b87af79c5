import { useState } from "react";
import { useMay, useOrg } from "~/api/me";
import { asProblem, type Problem } from "~/api/problem";
import type { Case } from "~/api/types";
import { type TextId, useT } from "~/text/texts";
import { Button, ButtonLink } from "~/ui/Button";
import { IconFileText } from "~/ui/icons";
import { Menu } from "~/ui/Menu";
import { ProblemNotice } from "~/ui/Notice";
import { saveFile } from "~/ui/saveFile";
import { useDone } from "~/ui/Toasts";
import { type DocumentKind, makeDocument, makePetition, type PetitionKind } from "../api/papers";
import css from "./CasePage.module.css";
import { Copies } from "./Copies";
import own from "./Documents.module.css";

const petitions: [PetitionKind, TextId][] = [
  ["attachment", "letter.attachment"],
  ["conciliation", "letter.conciliation"],
  ["bankruptcy", "papers.bankruptcy"],
  ["estate", "papers.estate"],
];
const documents: [DocumentKind, TextId][] = [
  ["enforcement_notice", "letter.enforcement_notice"],
  ["annex", "papers.annex"],
  ["receipt", "papers.receipt"],
  ["closing", "papers.closing"],
];

/** Papers that no course orders, made on the day, and the copies of the invoices. What cannot be made says why. */
export function Papers({ one }: { one: Case }) {
  const t = useT();
  const org = useOrg();
  const done = useDone();
  const may = useMay("act_on_cases");
  const exports = useMay("export_data");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const make = async (name: string, work: Promise<Blob>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      saveFile(`${one.case}-${name.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, "-")}.pdf`, await work);
      done({ text: t("papers.made", { name }) });
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className={css.section}>
      <h2>{t("papers.title")}</h2>
      <p className={own.lead}>{t("papers.text")}</p>
      <div className={own.acts}>
        {may && (
          <Menu
            label={t("papers.title")}
            target={
              <Button icon={IconFileText} busy={busy}>
                {t("papers.title")}
              </Button>
            }
            items={[
              ...petitions.map(([kind, text]) => ({
                text: t(text),
                onPress: () => void make(t(text), makePetition(org, one.case, kind)),
              })),
              ...documents.map(([kind, text], n) => ({
                text: t(text),
                apart: n === 0,
                onPress: () => void make(t(text), makeDocument(org, one.case, kind)),
              })),
            ]}
          />
        )}
        {exports && (
          <ButtonLink to={`/api/creditors/${org}/cases/${one.case}/evidence`} reload>
            {t("papers.evidence")}
          </ButtonLink>
        )}
      </div>
      {problem && <ProblemNotice problem={problem} />}
      <h2 className={own.copies}>{t("copies.files")}</h2>
      {one.claims.map((claim) => (
        <Copies key={claim.number} invoice={claim.number} may={may} />
      ))}
    </section>
  );
}
