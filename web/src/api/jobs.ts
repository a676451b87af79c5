import { useQuery } from "@tanstack/react-query";
import { answer, api } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type Job = Schemas["Job"];

/** Whether the job has more to do. */
export const goesOn = (job: Job) => job.state === "waiting" || job.state === "running";

const isJob = (value: unknown): value is Job =>
  typeof value === "object" && value !== null && "job" in value && "state" in value;

/** Long work that was asked for as a job answers with the job; a server that did it at once, with what came of it. */
export const jobOf = (value: unknown): Job | undefined => (isJob(value) ? value : undefined);

/** Asks for an answer at once and the work after. */
export const asJob = { Prefer: "respond-async" } as const;

/** How far a job has come; asked anew until it has ended. */
export function useJob(org: string, job: number | undefined) {
  return useQuery({
    queryKey: ["jobs", org, job],
    queryFn: () =>
      answer<Job>(api.GET("/creditors/{creditor}/jobs/{job}", { params: { path: { creditor: org, job: job ?? 0 } } })),
    enabled: job !== undefined,
    refetchInterval: ({ state }) => (state.data && !goesOn(state.data) ? false : 700),
  });
}

/** Long work of this person, the newest first; asked often only while something goes on. */
export function useJobs(org: string) {
  return useQuery({
    queryKey: ["jobs", org],
    queryFn: async () =>
      (await answer<Schemas["JobList"]>(api.GET("/creditors/{creditor}/jobs", { params: { path: { creditor: org } } })))
        .rows,
    enabled: org !== "",
    refetchInterval: ({ state }) => (state.data?.some(goesOn) ? 2000 : false),
  });
}

/** Asks it to stop. What is all or nothing leaves nothing; of many cases those that are done stay done. */
export function cancelJob(org: string, job: number): Promise<unknown> {
  return answer(api.DELETE("/creditors/{creditor}/jobs/{job}", { params: { path: { creditor: org, job } } }));
}
