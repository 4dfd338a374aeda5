/** The vault format. Part of the database's name, of every AAD and of the backup's first line: a change is a new format, never a variant. */
export const FORMAT = 1;
