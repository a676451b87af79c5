import { useId, useState } from "react";
import { useNavigate } from "react-router";
import { useToday } from "~/api/me";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Dialog, Ends } from "~/ui/Dialog";
import { BareField } from "~/ui/form/BareField";
import { IconBookmark } from "~/ui/icons";
import { Menu } from "~/ui/Menu";
import type { useRegisterSettings } from "../api/settings";

interface Props {
  words: URLSearchParams;
  settings: ReturnType<typeof useRegisterSettings>;
}

function inAWeek(today: string): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10);
}

/** Saved views: five that are ready, those the person has kept, and the present one to keep. */
export function Views({ words, settings }: Props) {
  const t = useT();
  const go = useNavigate();
  const today = useToday();
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState("");
  const id = useId();
  const ready = [
    { name: t("views.waiting"), search: "status=approval" },
    { name: t("views.week"), search: `frist=${inAWeek(today)}` },
    { name: t("views.legal"), search: "status=legal" },
    { name: t("views.large"), search: "fra=10000.00&sorter=open&retning=ned" },
    { name: t("views.firms"), search: "type=company" },
  ];
  const save = () => {
    if (!name.trim()) return;
    const others = settings.views.filter((view) => view.name !== name.trim());
    settings.keepViews([...others, { name: name.trim(), search: words.toString() }]);
    setNaming(false);
    setName("");
  };
  const showing = settings.views.find((view) => view.search === words.toString());
  return (
    <>
      <Menu
        label={t("views.title")}
        target={<Button icon={IconBookmark}>{showing?.name ?? t("views.title")}</Button>}
        items={[
          ...ready.map((view) => ({ text: view.name, onPress: () => go(`?${view.search}`) })),
          ...settings.views.map((view, n) => ({
            text: view.name,
            apart: n === 0,
            here: view === showing,
            onPress: () => go(`?${view.search}`),
          })),
          { text: t("views.save"), apart: true, onPress: () => setNaming(true) },
          ...(showing
            ? [
                {
                  text: t("views.drop", { name: showing.name }),
                  onPress: () => settings.keepViews(settings.views.filter((view) => view !== showing)),
                },
              ]
            : []),
        ]}
      />
      <Dialog title={t("views.save")} open={naming} onClose={() => setNaming(false)}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <BareField id={id} label={t("views.name")} help={t("views.name.help")} value={name} onType={setName} />
          <Ends>
            <Button onPress={() => setNaming(false)}>{t("common.cancel")}</Button>
            <Button kind="primary" type="submit">
              {t("common.save")}
            </Button>
          </Ends>
        </form>
      </Dialog>
    </>
  );
}
