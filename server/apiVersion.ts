/** Grows when the site of before could no longer talk to this server; it is built into the site. */
export const apiVersion = '2'
