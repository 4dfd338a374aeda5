const named = <K extends string>(...names: readonly K[]) => Object.fromEntries(names.map((name) => [name, (id: string) => `${name}:${id}`])) as Readonly<Record<K, (id: string) => string>>;

const OF_ASSESSMENT = named('assessment', 'reply', 'after', 'photo', 'dealings', 'takeOver', 'declined', 'ask', 'notDone', 'authority', 'signature', 'signAsAssessor', 'signAsManager', 'request', 'useProfile', 'send', 'print', 'keeping');
const OF_PERSON = named('panel', 'sideBySide', 'start');
/** `quarantine`: the content that waits; the others are what an officer types about it. */
const OF_FILE = { quarantine: (fileId: string) => `hand-over:${fileId}`, ...named('received', 'notice') };

/** Sealed working copies that hold words of one record, by the id of the record, of its person, or of a file that was handed over: they go with it. Those of a block profile, and of the reply it is made from, hold nothing of a case. */
export const DRAFT_OF = { ...OF_ASSESSMENT, ...OF_PERSON, ...OF_FILE, ...named('block', 'fromReply') } as const;

const all = (of: Readonly<Record<string, (id: string) => string>>, id: string): readonly string[] => Object.values(of).map((draft) => draft(id));

/** Once a file is dealt with. */
export const draftsOfFile = (fileId: string): readonly string[] => all(OF_FILE, fileId);

/** `files`: of hand-overs of the record, sent and received. */
export const draftsOfRecord = ({ assessment, person }: { readonly assessment: string; readonly person: string }, files: readonly string[]): readonly string[] =>
  [...all(OF_ASSESSMENT, assessment), ...all(OF_PERSON, person), ...files.flatMap(draftsOfFile)];
