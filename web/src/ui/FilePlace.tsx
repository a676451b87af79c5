import { type DragEvent, useId, useState } from "react";
import css from "./FilePlace.module.css";
import { IconUpload } from "./icons";

interface Props {
  label: string;
  help: string;
  accept?: string;
  onFile: (file: File) => void;
}

/** A place for one file: choose it, or let it fall here. */
export function FilePlace({ label, help, accept, onFile }: Props) {
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: letting a file fall is an addition to the field inside.
    <div
      className={css.place}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        id={id}
        className={css.input}
        type="file"
        accept={accept}
        aria-describedby={`${id}-help`}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onFile(file);
          event.currentTarget.value = "";
        }}
      />
      <label htmlFor={id}>
        <IconUpload size={18} stroke={1.7} aria-hidden />
        {label}
      </label>
      <p id={`${id}-help`}>{help}</p>
    </div>
  );
}
