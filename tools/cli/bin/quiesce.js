#!/usr/bin/env node
import '../dist/bundle/quiesce.js';
