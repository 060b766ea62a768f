# The server with its site. Node is that of the image; the process is no root and writes nothing, so
# the file system may be read-only. `docker build --tag apim-network-atlas .`

FROM node:26-slim AS build
WORKDIR /atlas
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:26-slim
WORKDIR /atlas
# The server holds its packages, and their licences next to it.
COPY --from=build /atlas/dist/server dist/server
COPY --from=build /atlas/site/dist site/dist
# By number, so that Kubernetes can tell that it is not root.
USER 1000
EXPOSE 4000
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s \
  CMD ["node", "--eval", "fetch(`http://localhost:${process.env.PORT || 4000}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Without this the C library does not return the memory of large bodies and responses that are gone.
ENV MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=131072
# In MiB: the old generation of the main thread's heap, which by default grows with the machine, and
# the young one, of which Node by default takes less where memory is limited, and collects too often.
CMD ["node", "--max-old-space-size=128", "--max-semi-space-size=8", "dist/server/server.mjs"]
