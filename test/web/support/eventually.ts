const PATIENCE_MS = 5000;

/**
 * Waits until an expectation holds: a screen is drawn a moment after the key or the click that changes it. What still does
 * not hold after five seconds fails as the expectation itself would.
 */
export async function eventually(expectation: () => Promise<void>): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await expectation();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
