# The server with its site. Node is that of the image; the process is no root and writes nothing, so
# the file system may be read-only. `docker build --tag apim-network-atlas .`

# Apart, because npm leaves files of its own beside the packages.
FROM node:26-slim AS packages
WORKDIR /atlas
COPY package.json package-lock.json .npmrc ./
# The optional packages are Node again, for machines that have another one.
RUN npm ci --omit=dev --omit=optional

FROM node:26-slim AS site
WORKDIR /atlas
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN ASTRO_TELEMETRY_DISABLED=1 npm run build

FROM node:26-slim
ENV NODE_ENV=production
WORKDIR /atlas
COPY --from=packages /atlas/node_modules node_modules
RUN install --directory --owner=node node_modules/.cache
COPY package.json ./
COPY api api
COPY data data
COPY --from=site /atlas/site/dist site/dist
# By number, so that Kubernetes can tell that it is not root.
USER 1000
# Keeps what Node compiles, which it does for each user anew: the server starts in half the time.
RUN node --require ./api/compile-cache.cjs --eval "import('./api/server.ts').then(() => process.exit())"
EXPOSE 4000
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s \
  CMD ["node", "--eval", "fetch(`http://localhost:${process.env.PORT || 4000}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# The young generation, in MiB; left to itself Node takes less where memory is limited, and collects
# too often, and more where it is not.
CMD ["node", "--max-semi-space-size=8", "--require", "./api/compile-cache.cjs", "api/server.ts"]
