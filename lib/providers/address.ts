import ipaddr from "ipaddr.js";

/** The block that the internet's own registries hand out (RFC 4291); every other IPv6 block is special or unknown. */
const GLOBAL_UNICAST_V6 = ipaddr.IPv6.parseCIDR("2000::/3");

/** Public by its range, private in fact: Azure's host agent answers every virtual machine here. */
const INTERNAL_V4: ReadonlySet<string> = new Set(["168.63.129.16"]);

/**
 * True only for an address that anyone on the internet could reach. Computed after unwrapping
 * IPv4-mapped IPv6; loopback, private, link-local, carrier-grade NAT, NAT64, 6to4, Teredo, documentation
 * and every range that nobody has named yet are false.
 */
export function isPublicIp(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.process(address);
  if (ip.range() !== "unicast") return false;
  return ip instanceof ipaddr.IPv6 ? ip.match(GLOBAL_UNICAST_V6) : !INTERNAL_V4.has(ip.toString());
}

/** The address inside a URL's hostname ("127.0.0.1", "[::1]"), or null when the hostname is a name. */
export function ipOfHostname(hostname: string): string | null {
  const bare = hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
  return ipaddr.isValid(bare) ? bare : null;
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { "http:": "80", "https:": "443" };

/** "host:port" with the port always written, the form in which allow-list entries are compared. */
export function hostAndPort(url: { protocol: string; hostname: string; port: string }): string {
  return `${url.hostname}:${url.port || (DEFAULT_PORTS[url.protocol] ?? "")}`;
}

/** "Host:Port" as an operator types it → the form of `hostAndPort`; null when it is not exactly a host and a port. */
export function parseHostAndPort(entry: string): string | null {
  const parts = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+):(\d{1,5})$/i.exec(entry);
  const url = parts === null ? null : URL.parse(`http://${parts[1]}/`);
  const port = Number(parts?.[2]);
  return url === null || port < 1 || port > 65_535 ? null : `${url.hostname}:${port}`;
}

/** Names that resolve inside a machine, a container host or a cloud account, whatever the resolver says. */
const INTERNAL_NAME = /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|home\.arpa)$/;

/**
 * Ports that no browser fetches from (the WHATWG fetch standard's bad ports), and well-known
 * unauthenticated services that HTTP can talk to.
 */
const REFUSED_PORTS: ReadonlySet<number> = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
  109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 445, 465, 512, 513, 514,
  515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
  2375, 2376, 2379, 2380, 3306, 3659, 4045, 4190, 5060, 5061, 5432, 5984, 6000, 6379, 6566, 6665, 6666, 6667,
  6668, 6669, 6679, 6697, 9200, 9300, 10080, 10250, 11211, 27017,
]);

/** Characters that parsers of addresses disagree about: one of them in an address is reason enough to refuse it. */
const AMBIGUOUS = /[\s\\\p{Cc}]|^[a-z]+:\/\/[^/?#]*[@%]/iu;

/**
 * Reads an address that a person typed. Returns the URL when its spelling is plain and its scheme is
 * http or https; null otherwise. Whether it may be called is a second question: `isPublicUrl`.
 */
export function parseAddress(raw: string): URL | null {
  if (raw.length > 2_000 || AMBIGUOUS.test(raw) || !/^https?:\/\/[^/]/i.test(raw)) return null;
  const url = URL.parse(raw);
  return url === null || url.username !== "" || url.password !== "" ? null : url;
}

/** What can be judged without asking the resolver: https, a harmless port, a public address or an outward name. */
export function isPublicUrl(url: URL): boolean {
  if (url.protocol !== "https:") return false;
  if (REFUSED_PORTS.has(Number(url.port || 443))) return false;
  const ip = ipOfHostname(url.hostname);
  if (ip !== null) return isPublicIp(ip);
  return url.hostname.includes(".") && !url.hostname.endsWith(".") && !INTERNAL_NAME.test(url.hostname);
}
