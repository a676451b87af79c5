import { useEffect, useState } from "react";
import { useOrg } from "~/api/me";
import { asProblem, type Problem } from "~/api/problem";
import { useT } from "~/text/texts";
import { Button, ButtonLink } from "~/ui/Button";
import { ProblemNotice } from "~/ui/Notice";
import { Bar, Waiting } from "~/ui/Skeleton";
import { usePhone } from "~/ui/useMedia";
import { previewWording, type Which } from "../api/wordings";
import css from "./Wordings.module.css";

interface Props {
  which: Which;
  text: string;
  name: string;
}

interface Letter {
  text: string;
  address: string;
}

/** The letter as it is printed, with invented facts: in the page where the browser can show it, else in a tab. */
export function Shown({ which, text, name }: Props) {
  const t = useT();
  const org = useOrg();
  const phone = usePhone();
  const { kind, language } = which;
  const [letter, setLetter] = useState<Letter>();
  const [problem, setProblem] = useState<Problem>();
  const [wanted, setWanted] = useState(text);
  useEffect(() => {
    let gone = false;
    let address = "";
    setProblem(undefined);
    previewWording(org, { kind, language }, wanted).then(
      (pdf) => {
        if (gone) return;
        address = URL.createObjectURL(pdf);
        setLetter({ text: wanted, address });
      },
      (error) => gone || setProblem(asProblem(error)),
    );
    return () => {
      gone = true;
      if (address) URL.revokeObjectURL(address);
    };
  }, [org, kind, language, wanted]);
  const here = letter?.text === wanted ? letter : undefined;
  return (
    <div className={css.shown}>
      <div className={css.shownHead}>
        <p className={css.note}>{t("wordings.shown.text")}</p>
        {here && (
          <ButtonLink to={here.address} reload>
            {t("wordings.shown.open")}
          </ButtonLink>
        )}
        {text !== wanted && <Button onPress={() => setWanted(text)}>{t("wordings.shown.again")}</Button>}
      </div>
      {problem ? (
        <ProblemNotice problem={problem} />
      ) : !here ? (
        <Waiting>
          <Bar width="100%" height={480} />
        </Waiting>
      ) : (
        !phone &&
        navigator.pdfViewerEnabled && (
          <iframe className={css.paper} src={`${here.address}#toolbar=0&navpanes=0&view=FitH`} title={name} />
        )
      )}
    </div>
  );
}
