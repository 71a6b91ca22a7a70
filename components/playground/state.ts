import type { EarlyResults, Promised } from "#components/contract/rows.ts";
import type { AnswerRule } from "#lib/comparison/answer-rule.ts";
import type { CheckDraft } from "#lib/comparison/edit-checks.ts";
import type { Comparison, Params } from "#lib/comparison/schema.ts";
import type { Prompt } from "#lib/prompt/schema.ts";
import type { ProviderListing } from "#lib/providers/listing.ts";
import type { ModelRef } from "#lib/providers/types.ts";
import type { RunProblem } from "#lib/runs/client.ts";
import type { RunView, SampleView } from "#lib/runs/ledger.ts";
import type { Engine } from "./engine.ts";

/** The two variants that the playground edits, by their place in the comparison. */
export const SIDES = [0, 1] as const;
export type Side = (typeof SIDES)[number];

export const SIDE_LABELS = ["Before", "After"] as const;

/** What switching between text and parts did, so that it can be said and undone. */
export interface Switched {
  from: Prompt;
  to: Prompt;
  /** What was recognised in prose: the name of a part and the words it came from. */
  found: readonly { part: string; text: string }[];
  /** There were more rules than a prompt takes: those that did not fit stay as text. */
  crowded: boolean;
}

export interface Run {
  /** The comparison as it was when Run was pressed, its checks as they are now; the prompts may have been edited since. */
  comparison: Comparison;
  /** What decided when Run was pressed (`promisedChecks`); absent while nobody has changed the contract since. */
  promised?: string;
  id: string | null;
  phase: "starting" | "running" | "stopping" | "over";
  connection: "open" | "lost";
  /** `reported`: some of its answers came in with a file, and nobody here saw a model give them. It stays so. */
  source: "recorded" | "reported";
  view: RunView;
}

export interface Reading {
  formatted: boolean;
  differences: boolean;
  /** Both outputs scroll together. */
  together: boolean;
  /** Nothing of an answer is shown before it is complete. */
  whenComplete: boolean;
}

export interface Listing {
  state: "unread" | "reading" | "read" | "failed";
  providers: readonly ProviderListing[];
}

/** What the rules say about the first comparison, worked out on the server for the first paint. */
export interface FirstPaint {
  /** Chips by the constraint's JSON. */
  chips: Readonly<Record<string, string>>;
  contract: readonly Promised[];
}

export interface PlaygroundState {
  /** What the page opened with, to start over from. */
  initial: Comparison;
  firstPaint: FirstPaint;
  /** Names the draft and the run that belong to this page; "" is the playground's own. */
  place: string;
  /** A run of this browser that the page opened with. */
  keptRun: string | null;
  /** `gone`: what the address named is not there any more. */
  opening: "open" | "reading" | "gone";
  comparison: Comparison;
  /** One model and one set of settings for both sides. */
  linked: boolean;
  engine: Engine | null;
  listing: Listing;
  /** Which sides show what will be sent instead of the editor. */
  asSent: readonly [boolean, boolean];
  switched: readonly [Switched | null, Switched | null];
  /** Sentences by field path, such as `variants.1.prompt`. */
  problems: Readonly<Record<string, string>>;
  /** What went wrong with the run as a whole. */
  notice: RunProblem | null;
  run: Run | null;
  /** How often Run was pressed here; a run that is merely picked up again does not count. */
  pressed: number;
  /** The sample each side shows, by its place in the row of tabs. */
  shown: readonly [number, number];
  reading: Reading;
  /** The variants beside the pair run with it. */
  withFurther: boolean;
  /** The check whose evidence is marked in the outputs. */
  evidence: string | null;
  /** What can already be told of answers that are being written. */
  early: EarlyResults;
  /** What the polite live region says. */
  said: string;
}

export interface PlaygroundActions {
  setPrompt(side: Side, prompt: Prompt): void;
  showAsSent(side: Side, asSent: boolean): void;
  switchKind(side: Side, kind: Prompt["kind"]): Promise<void>;
  undoSwitch(side: Side): void;
  dismissSwitch(side: Side): void;
  setModel(side: Side, model: ModelRef): void;
  setParams(side: Side, params: Params): void;
  setLinked(linked: boolean): void;
  addCheck(check: CheckDraft): Promise<void>;
  editCheck(id: string, check: CheckDraft): Promise<void>;
  deleteCheck(id: string): Promise<void>;
  switchCheck(id: string, off: boolean): Promise<void>;
  /** These in the place of all checks of one's own. */
  putChecks(checks: Comparison["checks"]): Promise<void>;
  /** Holds the answers that are there against the checks as they are now. */
  holdAgain(): Promise<void>;
  /** The prompts as they were when Run was pressed. */
  bringBackPrompts(): void;
  setSamples(samples: number): void;
  /** What the comparison is called, here, in the history and behind links. */
  setTitle(title: string): void;
  /** `at`: the place of the case; absent = the first. */
  setValue(name: string, value: string, at?: number): void;
  replaceComparison(comparison: Comparison): void;
  /** Empty prompts on the models that are picked, without a contract, without answers. */
  emptyPage(): Promise<void>;
  loadModels(): Promise<void>;
  loadEngine(): Promise<Engine>;
  setWithFurther(on: boolean): void;
  setAnswerRule(rule: AnswerRule | undefined): void;
  setReading(reading: Partial<Reading>): void;
  show(side: Side, tab: number): void;
  showEvidence(check: string | null): void;
  start(): Promise<void>;
  retry(sample: SampleView): Promise<void>;
  /** Goes on with the run that is over: so many more samples a side, beside those that are there. */
  addSamples(more: number): Promise<void>;
  /** Goes on with the run that is over: makes what has no answer yet, and only that. */
  finish(): Promise<void>;
  stop(): Promise<void>;
  /** Shows a kept run of this browser. Starts nothing. */
  openKept(runId: string): Promise<void>;
  dismissOpening(): void;
  /** Picks up a run that a reload interrupted, if there is one; by hand also one that had no name for long. */
  resume(byHand?: boolean): Promise<void>;
  /** Somebody looks at the playground, until what it returns is called: that lets go of the stream, without a stop. */
  enter(): () => void;
  dismissNotice(): void;
}

export type PlaygroundStore = PlaygroundState & PlaygroundActions;

export type SetState = (
  change: Partial<PlaygroundState> | ((state: PlaygroundStore) => Partial<PlaygroundState>),
) => void;
export type GetState = () => PlaygroundStore;
