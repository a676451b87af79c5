import type { ReactNode } from "react";
import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { useT } from "~/text/texts";
import { Button } from "../Button";
import { Dialog } from "../Dialog";
import { Ends } from "../Ends";
import { Form } from "./Form";

interface Props<V extends FieldValues> {
  title: string;
  form: UseFormReturn<V>;
  /** The verb on the button that saves. */
  act: string;
  /** What is done with what was typed. The dialog stays open until `onClose` is called. */
  onSave: (values: V) => Promise<unknown>;
  onClose: () => void;
  /** What stands instead of the fields once it is done: what was refused, a link that is shown once. */
  instead?: ReactNode;
  /** What stands before the form: forms of their own, which a form cannot hold. */
  before?: ReactNode;
  fieldOf?: (field: string) => Path<V> | undefined;
  marks?: boolean;
  wide?: boolean;
  children: ReactNode;
}

/** A form over the page: fields, Avbryt and one verb; or, when it is done, what came of it and Lukk. */
export function FormDialog<V extends FieldValues>(props: Props<V>) {
  const { title, form, act, onSave, onClose, instead, before, fieldOf, marks, wide, children } = props;
  const t = useT();
  return (
    <Dialog title={title} open onClose={onClose} {...(wide ? { wide } : {})}>
      {instead ? (
        <>
          {instead}
          <Ends>
            <Button kind="primary" onPress={onClose}>
              {t("common.close")}
            </Button>
          </Ends>
        </>
      ) : (
        <>
          {before}
          <Form
            form={form}
            onSave={onSave}
            {...(fieldOf ? { fieldOf } : {})}
            {...(marks ? { marks } : {})}
            ends={
              <>
                <Button onPress={onClose}>{t("common.cancel")}</Button>
                <Button kind="primary" type="submit" busy={form.formState.isSubmitting}>
                  {act}
                </Button>
              </>
            }
          >
            {children}
          </Form>
        </>
      )}
    </Dialog>
  );
}
