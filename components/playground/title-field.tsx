"use client";

import { Pencil } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { TITLE_CHARS } from "#lib/base/limits.ts";
import { usePlayground } from "./context.tsx";

/** What the comparison is called, and the way to call it something else. */
export function TitleField() {
  const title = usePlayground((state) => state.comparison.title);
  const note = usePlayground((state) => state.comparison.note);
  const setTitle = usePlayground((state) => state.setTitle);
  const [written, setWritten] = useState<string | null>(null);
  const rename = useRef<HTMLButtonElement>(null);

  const close = () => {
    setWritten(null);
    // The button comes back with the next paint.
    requestAnimationFrame(() => rename.current?.focus());
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (written !== null && written.trim() !== title) setTitle(written.trim());
    close();
  };
  if (written !== null) {
    return (
      <form onSubmit={save} className="flex min-w-0 flex-[1_1_20rem] flex-wrap gap-2">
        <h1 className="sr-only">{title === "" ? "Playground" : title}</h1>
        <TextInput
          aria-label="Title"
          value={written}
          maxLength={TITLE_CHARS}
          ref={focusAtOnce}
          onChange={(event) => setWritten(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.stopPropagation();
            close();
          }}
          className="flex-[1_1_14rem]"
        />
        <Button type="submit">Save</Button>
        <Button look="plain" onClick={close}>
          Cancel
        </Button>
      </form>
    );
  }
  return (
    <>
      <h1 className="font-serif text-title written max-md:text-[1.25rem]">
        {title === "" ? "Playground" : title}
      </h1>
      <IconButton
        ref={rename}
        label="Rename"
        size="small"
        icon={<Pencil aria-hidden size={14} />}
        onClick={() => setWritten(title)}
        className="-ml-1.5 self-center"
      />
      {note !== "" && <p className="written text-soft max-md:text-sm">{note}</p>}
    </>
  );
}

/** The field replaces the button that was pressed, so it takes over the focus. */
function focusAtOnce(field: HTMLInputElement | null): void {
  field?.focus();
}
