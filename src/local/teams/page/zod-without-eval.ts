import { z } from "zod";

// The page's content policy forbids making code from text, which zod tries when a schema is first made.
z.config({ jitless: true });
