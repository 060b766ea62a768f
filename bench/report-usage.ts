/** Loaded into each server: reports the processor time of the process when the benchmark asks for it. */

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.(user + system);
});
