import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { meQuery } from "~/api/me";
import { passkeysHere } from "~/api/passkeys";
import { asProblem } from "~/api/problem";
import { useProviders } from "~/api/providers";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Failure } from "~/ui/Empty";
import { rules } from "~/ui/form";
import { IconPlus } from "~/ui/icons";
import { WaitingRows } from "~/ui/Skeleton";
import { useDone } from "~/ui/Toasts";
import { dropPasskey, type Passkey, passkeysKey, usePasskeys } from "../api/account";
import css from "../page/Settings.module.css";

const NewPasskeyDialog = lazy(async () => ({ default: (await import("./NewPasskeyDialog")).NewPasskeyDialog }));
const PasswordField = lazy(async () => ({ default: (await import("~/ui/form/PasswordField")).PasswordField }));
const OneFieldDialog = lazy(async () => ({ default: (await import("~/ui/form/OneFieldDialog")).OneFieldDialog }));

/** The person's passkeys: which there are, one more, and taking one away with the password. */
export function Passkeys() {
  const t = useT();
  const f = useF();
  const done = useDone();
  const queries = useQueryClient();
  const { data, error, refetch } = usePasskeys();
  const ways = useProviders().data;
  const [adding, setAdding] = useState(false);
  const [dropping, setDropping] = useState<Passkey>();
  const again = async () => {
    await queries.invalidateQueries({ queryKey: passkeysKey });
    await queries.fetchQuery({ ...meQuery, staleTime: 0 });
  };
  return (
    <section className={css.section}>
      <h2>{t("passkeys.title")}</h2>
      <p className={css.lead}>{t("passkeys.text")}</p>
      {error && !data ? (
        <Failure problem={asProblem(error)} again={refetch} />
      ) : !data ? (
        <WaitingRows rows={1} />
      ) : data.length === 0 ? (
        <p className={css.lead}>{t("passkeys.none")}</p>
      ) : (
        <ul>
          {data.map((row) => (
            <li key={row.passkey} className={css.card}>
              <span className={css.name}>{row.name}</span>
              <Button kind="text" onPress={() => setDropping(row)}>
                {t("passkeys.remove", { name: row.name })}
              </Button>
              <small>
                {t("passkeys.made", { day: f.day(row.made) })}{" "}
                {row.last_used && t("passkeys.used", { day: f.day(row.last_used) })}
              </small>
            </li>
          ))}
        </ul>
      )}
      {passkeysHere() && ways?.passkeys && (
        <div>
          <Button icon={IconPlus} onPress={() => setAdding(true)}>
            {t("passkeys.add")}
          </Button>
        </div>
      )}
      <Suspense fallback={null}>
        {adding && <NewPasskeyDialog onClose={() => setAdding(false)} onDone={again} />}
        {dropping && (
          <OneFieldDialog
            title={t("passkeys.remove", { name: dropping.name })}
            act={t("people.remove.act")}
            rule={rules.required("login.password.missing")}
            onClose={() => setDropping(undefined)}
            onSave={async (password) => {
              await dropPasskey(dropping.passkey, password);
              await again();
              done({ text: t("passkeys.removed") });
              setDropping(undefined);
            }}
          >
            <PasswordField name="value" label={t("account.password.now")} autoFocus />
          </OneFieldDialog>
        )}
      </Suspense>
    </section>
  );
}
