// Browsers name those they descend from, too: the most particular first.
const browsers = [
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/(Headless)?Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
] as const;
const systems = [
  [/iPhone|iPad/, "iOS"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/CrOS/, "ChromeOS"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/Linux|X11/, "Linux"],
] as const;

/** The browser and the system of a session, as people call them; nothing when it names neither as browsers do. */
export function deviceOf(client: string): { browser: string; system: string } | undefined {
  const browser = browsers.find(([sign]) => sign.test(client))?.[1];
  const system = systems.find(([sign]) => sign.test(client))?.[1];
  return browser && system ? { browser, system } : undefined;
}
