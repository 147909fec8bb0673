const words = {
  EACCES: "permission denied",
  EEXIST: "file already exists",
  EINVAL: "invalid argument",
  EISDIR: "illegal operation on a directory",
  ELOOP: "too many symbolic links encountered",
  ENOENT: "no such file or directory",
  ENOTDIR: "not a directory",
  ENOTEMPTY: "directory not empty",
  EPERM: "operation not permitted",
};

/** An error with Node's text, code, syscall and path. */
export function failure(code, syscall, path) {
  const error = new Error(`${code}: ${words[code]}, ${syscall} '${String(path)}'`);
  return Object.assign(error, { code, syscall, path: String(path) });
}
