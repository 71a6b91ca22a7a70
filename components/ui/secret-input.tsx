"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { IconButton } from "./icon-button.tsx";
import { TextInput } from "./text-input.tsx";

type SecretInputProps = Omit<ComponentProps<"input">, "type" | "value" | "defaultValue"> & {
  /** What is typed, in words: the name of the button that shows it. */
  secretName: string;
};

/** Hidden until asked. Never controlled: what is typed stays out of the page's markup. */
export function SecretInput({ secretName, className, ...rest }: SecretInputProps) {
  const [shown, setShown] = useState(false);
  return (
    <span className="relative flex">
      <TextInput
        {...rest}
        type={shown ? "text" : "password"}
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        data-1p-ignore
        data-lpignore="true"
        className="pr-11 font-mono pointer-coarse:pr-13"
      />
      <IconButton
        label={shown ? `Hide ${secretName}` : `Show ${secretName}`}
        icon={shown ? <EyeOff aria-hidden size={16} /> : <Eye aria-hidden size={16} />}
        onClick={() => setShown(!shown)}
        className="absolute top-0 right-0"
      />
    </span>
  );
}
