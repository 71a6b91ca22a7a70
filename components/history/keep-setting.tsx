"use client";

import { useEffect, useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { KEEP_CHOICES, type KeepDays, readKeepDays, saveKeepDays } from "./keep-days.ts";

/** How long what is run from now on stays; what is there already keeps its own day. */
export function KeepSetting() {
  const [days, setDays] = useState<KeepDays | undefined>(undefined);
  useEffect(() => setDays(readKeepDays()), []);
  return (
    <Field
      label="Keep new runs"
      hint={
        days === 0
          ? "New runs are not stored. They stay readable on this page’s server for about 30 minutes, then they are gone."
          : "Holds for runs from now on."
      }
      className="mt-5 max-w-60"
    >
      {(field) => (
        <Select
          {...field}
          value={days === undefined ? "" : String(days)}
          disabled={days === undefined}
          onChange={(event) => {
            const choice = KEEP_CHOICES.find((each) => String(each.days) === event.target.value);
            if (choice === undefined) return;
            saveKeepDays(choice.days);
            setDays(choice.days);
          }}
        >
          {KEEP_CHOICES.map((choice) => (
            <option key={String(choice.days)} value={String(choice.days)}>
              {choice.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
