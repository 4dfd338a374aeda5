/** What stands beside one task of an exercise. */
export interface BesideTask {
  /** What has come in, for the trainee to put on record: replies, a visit, what was said. */
  readonly file?: readonly string[];
  /** What to look at, which clause, what goes wrong often. */
  readonly hints: readonly string[];
}

/** An exercise: fictional people and places by role alone. Nothing in it is a right answer; the debrief asks what a reader years later would look for. */
export interface Exercise {
  readonly teaches: string;
  /** Filled in already when the exercise begins. */
  readonly given: string;
  /** What the trainee does, in about twenty minutes. */
  readonly task: string;
  /** By the id of the task. */
  readonly beside: Readonly<Record<string, BesideTask>>;
  readonly debrief: readonly string[];
}
