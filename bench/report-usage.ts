/** Loaded into each server: tells the benchmark, whenever it asks, how much processor time the process has taken. */

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.(user + system);
});
