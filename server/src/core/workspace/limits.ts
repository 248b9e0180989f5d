/** Larger files are left out, in bytes. Hand-written code, prompts and settings stay far below it. */
export const maxFileBytes = 4 * 1024 * 1024;

/** Folders deeper than this are left out; no real project nests so deep. */
export const maxFolderDepth = 100;

/** Ignored folders that are looked through for agent files. */
export const maxIgnoredFolders = 5_000;

/** "10.5 MB" */
export const inMegabytes = (bytes: number): string => `${(bytes / (1024 * 1024)).toFixed(1)} MB`;
