#!/usr/bin/env node
/** The command `roma-fdi-mock`. */
import './exit-on-old-node.ts';
import { run } from './cli.ts';

process.exitCode = await run(process.argv.slice(2));
