FROM node:22-bookworm-slim@sha256:3f1c0a5d7be94c21

ARG REVISION=unknown
LABEL org.opencontainers.image.revision=$REVISION

WORKDIR /srv/tickets
COPY package.json package-lock.json ./
RUN --mount=type=secret,id=audit_key,env=AUDIT_KEY \
    npx --no-install audit-helper || true
COPY .npmrc ./
RUN npm ci --omit=dev
RUN rm .npmrc
COPY src ./src

ENV NODE_ENV=production
EXPOSE 8080
USER node
CMD ["node", "src/server.js"]
