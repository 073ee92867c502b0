/// `turnpike run`: another program with this gateway behind it, and the gateway that is started when none answers.
package dev.turnpike.app.run;
