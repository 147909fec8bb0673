import * as files from "./files.js";
import * as folders from "./folders.js";

/** The promise of what a function returns or throws. */
const promised =
  (work) =>
  async (...given) =>
    work(...given);

export const access = promised(files.accessSync);
export const appendFile = promised(files.appendFileSync);
export const chmod = promised(files.chmodSync);
export const copyFile = promised(files.copyFileSync);
export const lstat = promised(files.lstatSync);
export const mkdir = promised(folders.mkdirSync);
export const mkdtemp = promised(folders.mkdtempSync);
export const readFile = promised(files.readFileSync);
export const readdir = promised(folders.readdirSync);
export const readlink = promised(files.readlinkSync);
export const realpath = promised(files.realpathSync);
export const rename = promised(folders.renameSync);
export const rm = promised(folders.rmSync);
export const rmdir = promised(folders.rmdirSync);
export const stat = promised(files.statSync);
export const symlink = promised(files.symlinkSync);
export const unlink = promised(files.unlinkSync);
export const writeFile = promised(files.writeFileSync);

export default {
  access,
  appendFile,
  chmod,
  copyFile,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  readlink,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
  symlink,
  unlink,
  writeFile,
};
