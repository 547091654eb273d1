import { useEffect, useState } from "react";

/** What was worked out last, and anew whenever `work` is another function; undefined until it was for the first time. */
export function useWorkedOut<T>(work: () => Promise<T>): T | undefined {
  const [result, setResult] = useState<{ readonly of: T }>();
  const [error, setError] = useState<Error>();
  useEffect(() => {
    const asked = { left: false };
    async function run(): Promise<void> {
      try {
        const of = await work();
        if (!asked.left) setResult({ of });
      } catch (cause) {
        if (!asked.left) setError(cause instanceof Error ? cause : new Error(String(cause)));
      }
    }
    void run();
    return () => {
      asked.left = true;
    };
  }, [work]);
  if (error) throw error;
  return result?.of;
}
