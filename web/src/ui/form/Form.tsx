import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import { type FieldValues, FormProvider, type Path, type UseFormReturn } from "react-hook-form";
import { asProblem, type Problem } from "~/api/problem";
import { useToldOnce } from "~/text/problems";
import { useT } from "~/text/texts";
import { ProblemNotice } from "../Notice";
import css from "./Form.module.css";
import { FormId } from "./ids";
import { Summary } from "./Summary";

interface Props<V extends FieldValues> {
  form: UseFormReturn<V>;
  /** What is done with what was typed; a problem that it throws lands at its field, or above the buttons. */
  onSave: (values: V) => Promise<unknown>;
  /** The field of the form for the server's name of it, when the two differ. */
  fieldOf?: (field: string) => Path<V> | undefined;
  /** Whether to say once that * means required. */
  marks?: boolean;
  id?: string;
  children: ReactNode;
  ends: ReactNode;
}

/** A form: asked when a field is left and on save, faults gathered first, what was typed stays. */
export function Form<V extends FieldValues>({ form, onSave, fieldOf, marks, id, children, ends }: Props<V>) {
  const t = useT();
  const told = useToldOnce();
  const words = async (one: Parameters<typeof told>[0]) => {
    const { what, remedy } = await told(one);
    return remedy ? `${what} ${remedy}` : what;
  };
  const ids = useId();
  const summary = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<Problem>();
  const [faults, setFaults] = useState(0);

  const place = (field: string | undefined): Path<V> | undefined => {
    if (!field) return undefined;
    const name = fieldOf?.(field) ?? (field as Path<V>);
    return name in form.control._fields ? name : undefined;
  };

  const save = form.handleSubmit(
    async (values) => {
      setProblem(undefined);
      try {
        await onSave(values);
        setFaults(0);
      } catch (thrown) {
        const wrong = asProblem(thrown);
        let placed = 0;
        for (const one of wrong.errors.length ? wrong.errors : [wrong]) {
          const name = place(one.field);
          if (!name) continue;
          form.setError(name, { type: "server", message: await words(one) });
          placed += 1;
        }
        if (placed === 0) setProblem(wrong);
        setFaults(placed);
        if (placed) setTimeout(() => summary.current?.focus());
      }
    },
    (errors) => {
      setFaults(Object.keys(errors).length);
      setTimeout(() => summary.current?.focus());
    },
  );

  // A second press while the first is under way is not a second wish.
  const running = useRef(false);
  const once = async (event: FormEvent) => {
    event.preventDefault();
    // A dialog over a form is inside it for React; what it saves is not a wish to save the other.
    event.stopPropagation();
    if (running.current) return;
    running.current = true;
    // The field is left first: left later, it would ask of itself again and lose what the server says of it.
    const by = (event.nativeEvent as SubmitEvent).submitter;
    if (document.activeElement !== by) by?.focus();
    try {
      await save();
    } finally {
      running.current = false;
    }
  };

  return (
    <FormId value={ids}>
      <FormProvider {...form}>
        <form className={css.form} noValidate id={id} onSubmit={once} autoComplete="off">
          {faults > 0 && <Summary ref={summary} />}
          {marks && <p className={css.marks}>{t("form.marks")}</p>}
          {children}
          {problem && <ProblemNotice problem={problem} />}
          {/* Leaving a field asks of it, and its fault comes or goes: a button must not move away under the press. */}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are what is pressed. */}
          <div className={css.ends} onMouseDown={(event) => event.preventDefault()}>
            {ends}
          </div>
        </form>
      </FormProvider>
    </FormId>
  );
}
