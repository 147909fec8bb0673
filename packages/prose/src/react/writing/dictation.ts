type Client = { platform: string; touchPoints: number };

/** How the system at hand takes dictation into a text field. */
export function dictationWords({ platform, touchPoints }: Client): string {
  if (/iphone|ipad|ipod|android/i.test(platform)) return phone;
  // An iPad calls itself a Mac, but a Mac has no touch screen.
  if (/mac/i.test(platform)) return touchPoints > 1 ? phone : mac;
  if (/win/i.test(platform)) return "Dictation: press Win+H.";
  if (/linux|x11|bsd/i.test(platform)) {
    return "Dictation: none is built in here. Text that was dictated elsewhere can be pasted.";
  }
  return "Dictation: what the system offers types into this field; text can be pasted too.";
}

const phone = "Dictation: the microphone on the keyboard.";
const mac = "Dictation: press the microphone key (F5), or the shortcut set in Keyboard settings.";

type HintedNavigator = Navigator & { userAgentData?: { platform?: string } };

/** What this browser says of its system. */
export function thisClient(): Client {
  const { userAgentData, userAgent, platform, maxTouchPoints } = navigator as HintedNavigator;
  // Android's `platform` is that of its Linux kernel.
  const android = /android/i.test(userAgent) ? "Android" : "";
  return {
    platform: userAgentData?.platform || android || platform,
    touchPoints: maxTouchPoints,
  };
}
