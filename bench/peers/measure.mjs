// Runs the work once and prints what it did in how long, as frist_bench does.
export function measure(work) {
  const cpu = process.cpuUsage();
  const begun = process.hrtime.bigint();
  const done = work();
  const wall = Number(process.hrtime.bigint() - begun) / 1e9;
  const used = process.cpuUsage(cpu);
  console.log(JSON.stringify({ ...done, wall, cpu: (used.user + used.system) / 1e6 }));
}
