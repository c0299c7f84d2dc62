/** Asking as the account, whose mark is another than the person's. */
import { boot } from "../../core/boot.js";
import { post } from "../../core/post.js";

export const accountPost = (path, data) => post(path, data, boot.account?.csrf);

export const accountAsk = (name, data) => accountPost(`/api/account/commands/${name}`, data);
