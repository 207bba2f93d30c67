/** The errno code of a system error (`ENOENT`). Any other error is a bug and thrown on. */
export function systemCodeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // Node itself rejects a path with a zero byte, with a code of its own.
  if (!/^E[A-Z0-9]+$|^ERR_INVALID_ARG_VALUE$/.test(code)) throw error;
  return code;
}

/** Action attempted on a file. */
type FileAction = 'read' | 'create' | 'replace';

/** Reason for not writing to what is neither a file nor a folder. */
export const notAFile = 'this is not a regular file';

const fullDisk = 'the disk is full';
const brokenDisk = 'the disk reports an error';
const inUse = 'the system has it in use';
const noCreating = 'writing there is not permitted';
const noReplacing = 'writing it, or a file next to it, is not permitted';

const reasons: Readonly<Record<FileAction, Readonly<Record<string, string>>>> = {
  read: {
    ENOENT: 'there is no such file',
    ENOTDIR: 'there is no such file',
    EISDIR: 'this is a folder, not a file',
    EACCES: 'reading it is not permitted',
    EPERM: 'reading it is not permitted',
  },
  create: {
    EISDIR: 'this is a folder',
    ENOENT: 'there is no such folder',
    ENOTDIR: 'there is no such folder',
    EACCES: noCreating,
    EPERM: noCreating,
    EROFS: 'the disk is read-only',
    ENAMETOOLONG: 'the name is too long',
    ENOSPC: fullDisk,
    EDQUOT: fullDisk,
    EFBIG: fullDisk,
    EIO: brokenDisk,
    EBUSY: inUse,
  },
  replace: {
    ENOENT: 'there is no such file',
    ENOTDIR: 'there is no such file',
    EACCES: noReplacing,
    EPERM: noReplacing,
    EROFS: 'it is on a read-only disk',
    ENOSPC: fullDisk,
    EDQUOT: fullDisk,
    EFBIG: fullDisk,
    EIO: brokenDisk,
    EBUSY: inUse,
  },
};

/** The reason why the operating system refused an action on a file, in words; the errno code itself if it has none. */
export const reasonFor = (code: string, action: FileAction): string => reasons[action][code] ?? code;
