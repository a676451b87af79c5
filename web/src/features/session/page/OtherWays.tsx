import { useState } from "react";
import { askPasskey, passkeysHere } from "~/api/passkeys";
import { asProblem, type Problem } from "~/api/problem";
import { useProviders } from "~/api/providers";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { IconKey } from "~/ui/icons";
import { Notice, ProblemNotice } from "~/ui/Notice";
import { leaveForProvider, logInWithPasskey, passkeyOptions } from "../api/requests";
import css from "./Door.module.css";
import { useInside } from "./useInside";

/** A passkey instead of the password, or after it; and the provider of the installation, when it has one. */
export function OtherWays({ ticket }: { ticket?: string }) {
  const t = useT();
  const inside = useInside();
  const ways = useProviders().data;
  const [problem, setProblem] = useState<Problem>();
  const [stopped, setStopped] = useState(false);
  const passkeys = ways?.passkeys && passkeysHere();
  const providers = ticket ? [] : (ways?.rows ?? []);
  if (!passkeys && providers.length === 0) return null;
  const run = async (work: () => Promise<void>) => {
    setProblem(undefined);
    setStopped(false);
    await work().catch((error: unknown) => setProblem(asProblem(error)));
  };
  const passkey = () =>
    run(async () => {
      const got = await askPasskey(await passkeyOptions(ticket));
      if (got) inside(await logInWithPasskey(got));
      else setStopped(true);
    });
  const leave = () =>
    run(async () => {
      const { address } = await leaveForProvider();
      location.assign(address);
    });
  return (
    <div className={css.demo}>
      {passkeys && (
        <Button wide icon={IconKey} onPress={passkey}>
          {t(ticket ? "login.passkey.second" : "login.passkey")}
        </Button>
      )}
      {providers.map((one) => (
        <Button key={one.provider} wide onPress={leave}>
          {t("login.oidc", { name: one.name })}
        </Button>
      ))}
      {stopped && <Notice tone="wait">{t("login.passkey.stopped")}</Notice>}
      {problem && <ProblemNotice problem={problem} />}
    </div>
  );
}
