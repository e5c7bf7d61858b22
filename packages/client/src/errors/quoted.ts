/** How a server or a proxy may repeat a password that it was sent. */

/** Replacing shorter ones would tear words apart. */
const shortest = 4;

/** The password plain, as JSON has it, as JSON within JSON, and as a URL has it; none for one that is too short to be kept out. */
export function quoted(password: string): readonly string[] {
  if (password.length < shortest) return [];
  const json = JSON.stringify(password).slice(1, -1);
  // A URL cannot hold half a surrogate pair.
  const url = encodeURIComponent(password.replace(/\p{Surrogate}/gu, '\ufffd'));
  return [password, json, JSON.stringify(json).slice(1, -1), url];
}
