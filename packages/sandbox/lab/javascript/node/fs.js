import * as files from "./fs/files.js";
import * as folders from "./fs/folders.js";
import promises from "./fs/promises.js";

export * from "./fs/files.js";
export * from "./fs/folders.js";
export { promises };

export const constants = { COPYFILE_EXCL: 1, F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1 };

/** The last argument is called with (error, result) once the work is done. */
const called =
  (work) =>
  (...given) => {
    const callback = given.pop();
    work(...given).then(
      (result) => callback(null, result),
      (error) => callback(error),
    );
  };

export const access = called(promises.access);
export const appendFile = called(promises.appendFile);
export const copyFile = called(promises.copyFile);
export const lstat = called(promises.lstat);
export const mkdir = called(promises.mkdir);
export const readFile = called(promises.readFile);
export const readdir = called(promises.readdir);
export const realpath = called(promises.realpath);
export const rename = called(promises.rename);
export const rm = called(promises.rm);
export const stat = called(promises.stat);
export const unlink = called(promises.unlink);
export const writeFile = called(promises.writeFile);

export default {
  ...files,
  ...folders,
  access,
  appendFile,
  constants,
  copyFile,
  lstat,
  mkdir,
  promises,
  readFile,
  readdir,
  realpath,
  rename,
  rm,
  stat,
  unlink,
  writeFile,
};
